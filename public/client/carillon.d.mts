// Types of the Carillon client. Put it beside carillon.mjs. MIT licence.
/** The data of each event type. Further fields are kept and passed on. */
export interface EventDataByType {
    /** A learner finishes a scored session. */
    "assignment.completed": {
        /** The assignment. */
        assignment: {
            /** Id of the assignment. */
            id: string;
            [extra: string]: unknown;
        };
        /** Who learns. */
        learner: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** The course. */
        course: {
            /** Id of the course. */
            id: string;
            /** Title of the course. */
            title: string;
            [extra: string]: unknown;
        };
        /** Points out of 100. */
        score: number;
        /** Whether the score reaches the pass mark. */
        passed: boolean;
        /** Address of the debrief; only https addresses become a button. */
        debriefUrl?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** An admin assigns a course to a learner. */
    "assignment.created": {
        /** The assignment. */
        assignment: {
            /** Id of the assignment. */
            id: string;
            /** When it is due; null for no due date. */
            dueDate?: string | null;
            [extra: string]: unknown;
        };
        /** Who learns. */
        learner: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** The course. */
        course: {
            /** Id of the course. */
            id: string;
            /** Title of the course. */
            title: string;
            [extra: string]: unknown;
        };
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** An admin publishes a new version of a course. */
    "course.published": {
        /** The course. */
        course: {
            /** Id of the course. */
            id: string;
            /** Title of the course. */
            title: string;
            [extra: string]: unknown;
        };
        /** The new version. */
        version: {
            /** Name of the version, such as v3. */
            label: string;
            [extra: string]: unknown;
        };
        /** How many blocks the version has. */
        blockCount: number;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A helpdesk ticket is opened. */
    "helpdesk.ticket.created": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** Who asked for help. */
        requester?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The subject, priority or another field of a ticket changes. */
    "helpdesk.ticket.updated": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A ticket moves from one status to another. */
    "helpdesk.ticket.status_changed": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A ticket is given to somebody. */
    "helpdesk.ticket.assigned": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** Who looks after it now; null when nobody does. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody in the team comments on a ticket. */
    "helpdesk.ticket.comment.created": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A reply to a ticket's email thread arrives or is sent. */
    "helpdesk.ticket.email.replied": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** The email. */
        email?: {
            /** Id of the email. */
            id: string;
            /** What was written. */
            text: string;
            /** Name or address of the writer. */
            from?: string | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A chat message is added to a ticket. */
    "helpdesk.ticket.message.created": {
        /** The ticket. */
        ticket: {
            /** Id of the ticket. */
            id: string;
            /** Subject of the ticket. */
            subject: string;
            /** Status, such as open or solved. */
            status: string;
            /** Priority, such as normal or urgent. */
            priority: string;
            /** Number that people quote. */
            number?: number | null;
            [extra: string]: unknown;
        };
        /** The message. */
        message?: {
            /** Id of the message. */
            id: string;
            /** What was written. */
            text: string;
            /** Name or address of the writer. */
            from?: string | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A task is created. */
    "task.created": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The title, description or another field of a task changes. */
    "task.updated": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A task moves from one status to another. */
    "task.status_changed": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A task is given to somebody, or taken from them. */
    "task.assigned": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The due date of a task is set, moved or removed. */
    "task.due_date_changed": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody comments on a task. */
    "task.comment.created": {
        /** The task. */
        task: {
            /** Id of the task. */
            id: string;
            /** Title of the task. */
            title: string;
            /** Status, such as active or done. */
            status: string;
            [extra: string]: unknown;
        };
        /** Who does it; null when nobody is chosen. */
        assignee?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** When it is due; null for no due date. */
        dueDate?: string | null;
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A form is created. */
    "form.created": {
        /** The form. */
        form: {
            /** Id of the form. */
            id: string;
            /** Title of the form. */
            title: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The questions or settings of a form change. */
    "form.updated": {
        /** The form. */
        form: {
            /** Id of the form. */
            id: string;
            /** Title of the form. */
            title: string;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A form is deleted. */
    "form.deleted": {
        /** The form. */
        form: {
            /** Id of the form. */
            id: string;
            /** Title of the form. */
            title: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody fills in a form and sends it. */
    "form.submitted": {
        /** The form. */
        form: {
            /** Id of the form. */
            id: string;
            /** Title of the form. */
            title: string;
            [extra: string]: unknown;
        };
        /** What was submitted. */
        submission?: {
            /** Id of the submission. */
            id: string;
            /** The answers in the order of the form: a list, or an object by question. */
            answers?: (Array<{
                /** The question as asked. */
                question: string;
                /** The answer: text, number, true or false, or a list of them. */
                answer?: unknown;
                [extra: string]: unknown;
            }> | {
                [extra: string]: unknown;
            }) | null;
            /** Who filled it in, if known. */
            submitter?: {
                /** Name of the person. */
                name?: string | null;
                /** Email address of the person. */
                email?: string | null;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** An email arrives in a shared inbox. */
    "email.received": {
        /** The email. */
        email: {
            /** Id of the email. */
            id: string;
            /** Subject line. */
            subject: string;
            /** Address of the sender. */
            from?: string | null;
            /** Addresses of the recipients. */
            to?: Array<string> | null;
            /** First lines of the text. */
            preview?: string | null;
            /** How many files are attached. */
            attachmentCount?: number | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A new email is sent from a shared inbox. */
    "email.sent": {
        /** The email. */
        email: {
            /** Id of the email. */
            id: string;
            /** Subject line. */
            subject: string;
            /** Address of the sender. */
            from?: string | null;
            /** Addresses of the recipients. */
            to?: Array<string> | null;
            /** First lines of the text. */
            preview?: string | null;
            /** How many files are attached. */
            attachmentCount?: number | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody replies to an email thread of a shared inbox. */
    "email.replied": {
        /** The email. */
        email: {
            /** Id of the email. */
            id: string;
            /** Subject line. */
            subject: string;
            /** Address of the sender. */
            from?: string | null;
            /** Addresses of the recipients. */
            to?: Array<string> | null;
            /** First lines of the text. */
            preview?: string | null;
            /** How many files are attached. */
            attachmentCount?: number | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A meeting is put into the calendar. */
    "meeting.created": {
        /** The meeting. */
        meeting: {
            /** Id of the meeting. */
            id: string;
            /** Title of the meeting. */
            title: string;
            /** When it begins. */
            startsAt?: string | null;
            /** When it ends. */
            endsAt?: string | null;
            /** Room or address of the call. */
            location?: string | null;
            /** How many people are invited. */
            attendeeCount?: number | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The time, place or another field of a meeting changes. */
    "meeting.updated": {
        /** The meeting. */
        meeting: {
            /** Id of the meeting. */
            id: string;
            /** Title of the meeting. */
            title: string;
            /** When it begins. */
            startsAt?: string | null;
            /** When it ends. */
            endsAt?: string | null;
            /** Room or address of the call. */
            location?: string | null;
            /** How many people are invited. */
            attendeeCount?: number | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A meeting is cancelled. */
    "meeting.deleted": {
        /** The meeting. */
        meeting: {
            /** Id of the meeting. */
            id: string;
            /** Title of the meeting. */
            title: string;
            /** When it begins. */
            startsAt?: string | null;
            /** When it ends. */
            endsAt?: string | null;
            /** Room or address of the call. */
            location?: string | null;
            /** How many people are invited. */
            attendeeCount?: number | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody comments on a meeting. */
    "meeting.comment.created": {
        /** The meeting. */
        meeting: {
            /** Id of the meeting. */
            id: string;
            /** Title of the meeting. */
            title: string;
            /** When it begins. */
            startsAt?: string | null;
            /** When it ends. */
            endsAt?: string | null;
            /** Room or address of the call. */
            location?: string | null;
            /** How many people are invited. */
            attendeeCount?: number | null;
            [extra: string]: unknown;
        };
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A file is uploaded. */
    "file.created": {
        /** The file. */
        file: {
            /** Id of the file. */
            id: string;
            /** Name of the file. */
            name: string;
            /** Size in bytes. */
            size?: number | null;
            /** Folder that holds it. */
            folder?: string | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A new version of a file is uploaded, or the file is renamed or moved. */
    "file.updated": {
        /** The file. */
        file: {
            /** Id of the file. */
            id: string;
            /** Name of the file. */
            name: string;
            /** Size in bytes. */
            size?: number | null;
            /** Folder that holds it. */
            folder?: string | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A file is deleted. */
    "file.deleted": {
        /** The file. */
        file: {
            /** Id of the file. */
            id: string;
            /** Name of the file. */
            name: string;
            /** Size in bytes. */
            size?: number | null;
            /** Folder that holds it. */
            folder?: string | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody comments on a file. */
    "file.comment.created": {
        /** The file. */
        file: {
            /** Id of the file. */
            id: string;
            /** Name of the file. */
            name: string;
            /** Size in bytes. */
            size?: number | null;
            /** Folder that holds it. */
            folder?: string | null;
            [extra: string]: unknown;
        };
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A project is created. */
    "project.created": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The name or another setting of a project changes. */
    "project.updated": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A project is put away; nothing in it changes any more. */
    "project.archived": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A project is deleted with everything in it. */
    "project.deleted": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody joins a project. */
    "project.member.added": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** The member. */
        member: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** Role of the member, such as admin. */
        role?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody leaves a project or is removed from it. */
    "project.member.removed": {
        /** The project. */
        project: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            /** What the project is about. */
            description?: string | null;
            [extra: string]: unknown;
        };
        /** The member. */
        member: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** Role of the member, such as admin. */
        role?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody joins the team. */
    "team.member.added": {
        /** The team. */
        team?: {
            /** Id of the team. */
            id: string;
            /** Name of the team. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** The member. */
        member: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** Role of the member, such as admin. */
        role?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody leaves the team or is removed from it. */
    "team.member.removed": {
        /** The team. */
        team?: {
            /** Id of the team. */
            id: string;
            /** Name of the team. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** The member. */
        member: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** Role of the member, such as admin. */
        role?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A member of the team gets another role. */
    "team.member.role_changed": {
        /** The team. */
        team?: {
            /** Id of the team. */
            id: string;
            /** Name of the team. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** The member. */
        member: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        };
        /** Role of the member, such as admin. */
        role?: string | null;
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A doc is created. */
    "doc.created": {
        /** The doc. */
        doc: {
            /** Id of the doc. */
            id: string;
            /** Title of the doc. */
            title: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The title or text of a doc changes. */
    "doc.updated": {
        /** The doc. */
        doc: {
            /** Id of the doc. */
            id: string;
            /** Title of the doc. */
            title: string;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A doc is deleted. */
    "doc.deleted": {
        /** The doc. */
        doc: {
            /** Id of the doc. */
            id: string;
            /** Title of the doc. */
            title: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody comments on a doc. */
    "doc.comment.created": {
        /** The doc. */
        doc: {
            /** Id of the doc. */
            id: string;
            /** Title of the doc. */
            title: string;
            [extra: string]: unknown;
        };
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A database is created. */
    "db.created": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The name or another setting of a database changes. */
    "db.updated": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A database is deleted with its tables. */
    "db.deleted": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A table is added to a database. */
    "db.table.created": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The name or the columns of a table change. */
    "db.table.updated": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A table is deleted with its rows. */
    "db.table.deleted": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A row is added to a table. */
    "db.row.created": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** The row. */
        row: {
            /** Id of the row. */
            id: string;
            /** What people call the row; the id stands in for it. */
            title?: string | null;
            /** Values by the name of their column. */
            values?: {
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Values of a row change. */
    "db.row.updated": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** The row. */
        row: {
            /** Id of the row. */
            id: string;
            /** What people call the row; the id stands in for it. */
            title?: string | null;
            /** Values by the name of their column. */
            values?: {
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A row is deleted from a table. */
    "db.row.deleted": {
        /** The database. */
        db: {
            /** Id of the database. */
            id: string;
            /** Name of the database. */
            name: string;
            [extra: string]: unknown;
        };
        /** The table. */
        table: {
            /** Id of the table. */
            id: string;
            /** Name of the table. */
            name: string;
            [extra: string]: unknown;
        };
        /** The row. */
        row: {
            /** Id of the row. */
            id: string;
            /** What people call the row; the id stands in for it. */
            title?: string | null;
            /** Values by the name of their column. */
            values?: {
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A post is published. */
    "post.created": {
        /** The post. */
        post: {
            /** Id of the post. */
            id: string;
            /** Title of the post. */
            title: string;
            /** First lines of the post. */
            excerpt?: string | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** The title or text of a post changes. */
    "post.updated": {
        /** The post. */
        post: {
            /** Id of the post. */
            id: string;
            /** Title of the post. */
            title: string;
            /** First lines of the post. */
            excerpt?: string | null;
            [extra: string]: unknown;
        };
        /** What changed: a field's name with its values before and after. */
        changes?: {
            [extra: string]: {
                /** Value before the change. */
                from?: unknown;
                /** Value after the change. */
                to?: unknown;
                [extra: string]: unknown;
            };
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A post is deleted. */
    "post.deleted": {
        /** The post. */
        post: {
            /** Id of the post. */
            id: string;
            /** Title of the post. */
            title: string;
            /** First lines of the post. */
            excerpt?: string | null;
            [extra: string]: unknown;
        };
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** Somebody comments on a post. */
    "post.comment.created": {
        /** The post. */
        post: {
            /** Id of the post. */
            id: string;
            /** Title of the post. */
            title: string;
            /** First lines of the post. */
            excerpt?: string | null;
            [extra: string]: unknown;
        };
        /** The comment. */
        comment?: {
            /** Id of the comment. */
            id: string;
            /** What was written. */
            text: string;
            /** Who wrote it. */
            author?: {
                /** Id of the person. */
                id: string;
                /** Name as people read it. */
                name: string;
                [extra: string]: unknown;
            } | null;
            [extra: string]: unknown;
        } | null;
        /** The project it belongs to, shown under the card. */
        project?: {
            /** Id of the project. */
            id: string;
            /** Name of the project. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
    /** A channel is switched off because its receiver keeps failing or says that it is gone. */
    "channel.disabled": {
        /** The channel that was switched off. */
        channel: {
            /** Id of the channel. */
            id: string;
            /** Name of the channel. */
            name: string;
            /** Provider of the channel: teams, slack or webhook. */
            provider: string;
            [extra: string]: unknown;
        };
        /** failures: too many deliveries in a row failed; gone: the receiver answered 410. */
        reason: "failures" | "gone";
        /** How many deliveries in a row failed. */
        consecutiveFailures?: number | null;
        /** When the first of them failed. */
        since?: string | null;
        /** What went wrong last, without addresses or secrets. */
        lastError?: string | null;
        /** Who did it; without it the card speaks of the object alone. */
        actor?: {
            /** Id of the person. */
            id: string;
            /** Name as people read it. */
            name: string;
            [extra: string]: unknown;
        } | null;
        /** Address of the object; only https addresses become a button. */
        url?: string | null;
        [extra: string]: unknown;
    };
}
/** One invalid place in what was sent, as the API names it. */
export interface FieldError {
    path: string;
    message: string;
}
/** The API refused, or could not be reached after all tries. `status` is 0 when no answer came. */
export declare class CarillonError extends Error {
    readonly status: number;
    readonly code: string;
    readonly errors: FieldError[];
    constructor(status: number, code: string, message: string, errors?: FieldError[], options?: ErrorOptions);
}
export type VerificationFailure = "missing_headers" | "malformed_signature" | "timestamp_out_of_range" | "no_matching_signature" | "malformed_body";
/** The request is not one of Carillon's, was changed on the way, or is too old. Answer 401 and do nothing else. */
export declare class WebhookVerificationError extends Error {
    readonly code: VerificationFailure;
    constructor(code: VerificationFailure, message: string);
}
export interface ClientOptions {
    /** Origin of the Carillon server, such as `https://carillon.example.com`. */
    url: string;
    /** An API key with the scope `events:write`. */
    apiKey: string;
    /** Milliseconds that one try may take; 10,000 unless told. */
    timeoutMs?: number;
    /** Tries after the first one, for network errors, 429 and 5xx; 4 unless told. */
    retries?: number;
    /** Another `fetch`, for proxies and tests. */
    fetch?: typeof fetch;
    /** Another way to wait between tries, in milliseconds. */
    wait?: (milliseconds: number) => Promise<void>;
}
/** A request as it arrived: any headers object, and the body exactly as received, before any JSON parsing. */
export interface WebhookRequest {
    headers: Headers | Record<string, string | string[] | undefined>;
    body: string | Uint8Array;
}
export interface VerifyOptions {
    /** How far the signed time may be off, in seconds. 300, as Standard Webhooks recommends, unless told. */
    toleranceSeconds?: number;
    /** The current time; for tests. */
    now?: Date;
}
export interface VerifiedWebhook {
    /** The same in every attempt of a delivery: store it to handle repeats once. */
    deliveryId: string;
    test: boolean;
    event: {
        id: string;
        type: string;
        createdAt: string;
        teamId: string;
        projectId?: string;
        actorId?: string;
        data: Record<string, unknown>;
    };
}
/**
 * Checks that a webhook request was signed with the channel's secret and is fresh, then parses it.
 * Uses the Standard Webhooks headers, else `x-aamu-signature`. `x-aimee-signature` alone is not enough: it carries no
 * time, so a recorded request could be replayed for ever.
 * @param secret as shown when the channel was created, or several while a rotation is under way
 * @throws WebhookVerificationError
 */
export declare function verify(request: WebhookRequest, secret: string | readonly string[], options?: VerifyOptions): Promise<VerifiedWebhook>;
export type EventType = keyof EventDataByType;
/** An event to report. Without an `idempotencyKey` the client makes one, so that its own retries never send twice. */
export type NewEvent = {
    [Type in EventType]: {
        type: Type;
        data: EventDataByType[Type];
        projectId?: string;
        actorId?: string;
        /** When it happened, ISO 8601; else when it is received. */
        createdAt?: string;
        /** Your own id of what happened: reporting it twice is then harmless, even from another process. */
        idempotencyKey?: string;
    };
}[EventType];
export interface Accepted {
    id: string;
    /** The same key was used before: this is the first event's id, and nothing was sent again. */
    duplicate: boolean;
}
export interface Carillon {
    events: {
        /** Reports one event. Resolves when it is stored; delivery goes on by itself. */
        send(event: NewEvent): Promise<Accepted>;
        /** Reports up to 100 events, all or none of them, in order. */
        sendBatch(events: NewEvent[]): Promise<Accepted[]>;
    };
}
/** A client for services that report events. Needs nothing but `fetch` and `crypto`: Node 20, Deno, Bun, workers. */
export declare function createCarillon(options: ClientOptions): Carillon;
