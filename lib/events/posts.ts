import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const post = z
  .looseObject({
    id: id("post"),
    title: text("Title of the post."),
    excerpt: maybe(text("First lines of the post.")),
  })
  .describe("The post.");

const typical = {
  post: {
    id: "pst_64",
    title: "We are opening an office in Porto",
    excerpt: "From September on, twelve of us will work two minutes from the river. Desks are still free!",
  },
  actor: { id: "usr_grace", name: "Grace Hopper" },
  url: "https://app.aamu.example/posts/pst_64",
};
const longest = {
  post: { id: LONGEST.id, title: LONGEST.title, excerpt: LONGEST.text },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  post: { id: "pst_1", title: HOSTILE.title, excerpt: HOSTILE.text },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const posts = defineGroup("Posts", {
  "post.created": {
    label: "Post published",
    description: "A post is published.",
    schema: inProject({ post }),
    samples: { typical, longest, hostile },
  },
  "post.updated": {
    label: "Post updated",
    description: "The title or text of a post changes.",
    schema: inProject({ post, changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        changes: { title: { from: "An office in Porto?", to: "We are opening an office in Porto" } },
      },
      longest: { ...longest, changes: { title: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { title: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "post.deleted": {
    label: "Post deleted",
    description: "A post is deleted.",
    schema: inProject({ post }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "post.comment.created": {
    label: "Post commented",
    description: "Somebody comments on a post.",
    schema: inProject({ post, comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_70",
          text: "Wonderful news. Is there a room for the reading group?",
          author: { id: "usr_tomas", name: "Tomás Okafor" },
        },
      },
      longest: { ...longest, comment: { id: LONGEST.id, text: LONGEST.text, author: longName } },
      hostile: { ...hostile, comment: { id: "cmt_1", text: HOSTILE.text, author: mallory } },
    },
  },
});
