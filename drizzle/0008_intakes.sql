CREATE TABLE "event_words" (
	"event_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"search_text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"announced_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"announcements" integer DEFAULT 0 NOT NULL,
	"planned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"intake_id" text NOT NULL,
	"type" text NOT NULL,
	"project_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"planned_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"channels" integer NOT NULL,
	"matches" integer NOT NULL,
	"routing" jsonb NOT NULL,
	CONSTRAINT "plans_intake_id_type_project_id_pk" PRIMARY KEY("intake_id","type","project_id")
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_workspace_id_workspaces_id_fk";
--> statement-breakpoint
ALTER TABLE "attempts" DROP CONSTRAINT "attempts_delivery_id_deliveries_id_fk";
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_event_id_events_id_fk";
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_workspace_id_channel_id_channels_workspace_id_id_fk";
--> statement-breakpoint
DROP INDEX "events_unplanned";--> statement-breakpoint
DROP INDEX "events_unmatched";--> statement-breakpoint
DROP INDEX "events_search";--> statement-breakpoint
DROP INDEX "events_age";--> statement-breakpoint
DROP INDEX "events_log_by_project";--> statement-breakpoint
-- In one statement each: every change of a type writes the table anew.
ALTER TABLE "attempts" ALTER COLUMN "timings" SET DATA TYPE json, ALTER COLUMN "request_headers" SET DATA TYPE json,
  ALTER COLUMN "response_headers" SET DATA TYPE json, ALTER COLUMN "warnings" DROP DEFAULT,
  ALTER COLUMN "warnings" SET DATA TYPE json, ALTER COLUMN "warnings" SET DEFAULT '[]'::json;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "warnings" DROP DEFAULT, ALTER COLUMN "warnings" SET DATA TYPE json,
  ALTER COLUMN "warnings" SET DEFAULT '[]'::json;--> statement-breakpoint
-- Events that were stored before: each is an intake of its own. By writing the table anew, not by a second version of each row.
ALTER TABLE "events" ADD COLUMN "intake_id" text;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "intake_id" SET DATA TYPE text USING "id", ALTER COLUMN "intake_id" SET NOT NULL;--> statement-breakpoint
INSERT INTO "intakes" ("id", "workspace_id", "received_at", "announced_at", "announcements")
SELECT "id", "workspace_id", "received_at", "announced_at", "announcements" FROM "events" WHERE "planned_at" IS NULL;--> statement-breakpoint
INSERT INTO "plans" ("intake_id", "type", "project_id", "workspace_id", "received_at", "planned_at", "channels", "matches",
  "routing")
SELECT "id", "type", coalesce("project_id", ''), "workspace_id", "received_at", "planned_at",
  coalesce(jsonb_array_length("routing"), 0),
  (SELECT count(*) FROM jsonb_array_elements("routing") AS d WHERE d -> 'reason' = 'null'), coalesce("routing", '[]')
FROM "events" WHERE "planned_at" IS NOT NULL;--> statement-breakpoint
INSERT INTO "event_words" ("event_id", "workspace_id", "search_text")
SELECT "id", "workspace_id", "search_text" FROM "events" WHERE "planned_at" IS NOT NULL;--> statement-breakpoint
-- Announcements named events and now name intakes; what they were about is in the outbox.
DELETE FROM "engine"."steps" s USING "engine"."jobs" j WHERE s."run_id" = j."id" AND j."fn" = 'carillon-fan-out-event';--> statement-breakpoint
DELETE FROM "engine"."jobs" WHERE "fn" = 'carillon-fan-out-event';--> statement-breakpoint
DELETE FROM "engine"."events" WHERE "name" = 'carillon/events.received' AND "payload" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "event_words_search" ON "event_words" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "intakes_unplanned" ON "intakes" USING btree ("announced_at") WHERE "intakes"."planned_at" is null;--> statement-breakpoint
CREATE INDEX "intakes_by_workspace" ON "intakes" USING btree ("workspace_id","received_at");--> statement-breakpoint
CREATE INDEX "plans_unmatched" ON "plans" USING btree ("workspace_id","received_at") WHERE "plans"."matches" = 0;--> statement-breakpoint
CREATE INDEX "events_log_by_project" ON "events" USING btree ("workspace_id","project_id","received_at","id") WHERE "events"."project_id" is not null;--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "planned_at";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "announced_at";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "announcements";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "routing";--> statement-breakpoint
CREATE OR REPLACE FUNCTION events_with_words(first text, second text, third text, most integer)
RETURNS TABLE (id text, workspace_id text, search_text text)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT e.event_id, e.workspace_id, e.search_text FROM event_words e
  WHERE e.search_text LIKE first AND e.search_text LIKE second AND e.search_text LIKE third
  LIMIT most
$$;--> statement-breakpoint
DROP TRIGGER tally_updated ON deliveries;--> statement-breakpoint
DROP TRIGGER tally_deleted ON deliveries;--> statement-breakpoint
-- Once for each statement: what a group of results changes is a few rows, not one for each delivery.
CREATE FUNCTION tally_updates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_changes
  SELECT workspace_id, hour, channel_id, provider, event_type, project_id, test, status, sum(change)
  FROM (
    SELECT workspace_id, date_bin('1 hour', created_at, '2000-01-01T00:00:00Z') AS hour, channel_id, provider, event_type,
      coalesce(project_id, '') AS project_id, test, status, -1 AS change
    FROM before WHERE status IN ('delivered', 'failed', 'cancelled')
    UNION ALL
    SELECT workspace_id, date_bin('1 hour', created_at, '2000-01-01T00:00:00Z'), channel_id, provider, event_type,
      coalesce(project_id, ''), test, status, 1
    FROM after WHERE status IN ('delivered', 'failed', 'cancelled')
  ) changes
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(change) <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION tally_deletes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_changes
  SELECT workspace_id, date_bin('1 hour', created_at, '2000-01-01T00:00:00Z'), channel_id, provider, event_type,
    coalesce(project_id, ''), test, status, -count(*)
  FROM before WHERE status IN ('delivered', 'failed', 'cancelled')
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tally_updated AFTER UPDATE ON deliveries REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION tally_updates();--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON deliveries REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION tally_deletes();
--> statement-breakpoint
-- Only insertions are told row by row: hardly any delivery is finished when it is made.
CREATE OR REPLACE FUNCTION tally_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_changes VALUES (new.workspace_id, date_bin('1 hour', new.created_at, '2000-01-01T00:00:00Z'),
    new.channel_id, new.provider, new.event_type, coalesce(new.project_id, ''), new.test, new.status, 1);
  RETURN NULL;
END $$;
