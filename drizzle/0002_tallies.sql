CREATE TABLE "latencies" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"bucket" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "latencies_workspace_id_hour_channel_id_bucket_pk" PRIMARY KEY("workspace_id","hour","channel_id","bucket")
);
--> statement-breakpoint
CREATE TABLE "latency_changes" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"bucket" smallint NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"kind_id" integer NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tallies_kind_id_hour_pk" PRIMARY KEY("kind_id","hour")
);
--> statement-breakpoint
CREATE TABLE "tally_changes" (
	"workspace_id" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"channel_id" text NOT NULL,
	"provider" text NOT NULL,
	"event_type" text NOT NULL,
	"project_id" text NOT NULL,
	"test" boolean NOT NULL,
	"status" text NOT NULL,
	"change" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_kinds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tally_kinds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"workspace_id" text NOT NULL,
	"exact" boolean NOT NULL,
	"channel_id" text NOT NULL,
	"provider" text NOT NULL,
	"event_type" text NOT NULL,
	"project_id" text NOT NULL,
	"test" boolean NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "tally_kinds_parts" UNIQUE("workspace_id","exact","channel_id","event_type","project_id","status","test","provider")
);
--> statement-breakpoint
DROP INDEX "deliveries_log_by_status";--> statement-breakpoint
DROP INDEX "events_log";--> statement-breakpoint
DROP INDEX "events_log_by_type";--> statement-breakpoint
DROP INDEX "rejections_log";--> statement-breakpoint
DROP INDEX "attempts_time";--> statement-breakpoint
DROP INDEX "deliveries_log";--> statement-breakpoint
DROP INDEX "deliveries_log_by_channel";--> statement-breakpoint
DROP INDEX "deliveries_open";--> statement-breakpoint
ALTER TABLE "latencies" ADD CONSTRAINT "latencies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_kind_id_tally_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."tally_kinds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_kinds" ADD CONSTRAINT "tally_kinds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "latencies_age" ON "latencies" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "tallies_age" ON "tallies" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "events_log_by_project" ON "events" USING btree ("workspace_id","project_id","received_at","id");--> statement-breakpoint
CREATE INDEX "events_unmatched" ON "events" USING btree ("workspace_id","received_at","id") WHERE "events"."planned_at" is not null and not ("events"."routing" @> '[{"reason": null}]');--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin ("search_text" gin_trgm_ops) WHERE "events"."planned_at" is not null;--> statement-breakpoint
CREATE INDEX "events_log" ON "events" USING btree ("workspace_id","received_at","id");--> statement-breakpoint
CREATE INDEX "events_log_by_type" ON "events" USING btree ("workspace_id","type","received_at","id");--> statement-breakpoint
CREATE INDEX "rejections_log" ON "rejections" USING btree ("workspace_id","received_at","id");--> statement-breakpoint
CREATE INDEX "attempts_time" ON "attempts" USING btree ("workspace_id","started_at");--> statement-breakpoint
CREATE INDEX "deliveries_log" ON "deliveries" USING btree ("workspace_id","created_at","id","status","channel_id","event_type","project_id","provider","test");--> statement-breakpoint
CREATE INDEX "deliveries_log_by_channel" ON "deliveries" USING btree ("channel_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("workspace_id","created_at","id","channel_id") WHERE "deliveries"."status" in ('pending', 'retrying');--> statement-breakpoint
CREATE FUNCTION tally_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op <> 'INSERT' AND old.status IN ('delivered', 'failed', 'cancelled') THEN
    INSERT INTO tally_changes VALUES (old.workspace_id, date_bin('1 hour', old.created_at, '2000-01-01T00:00:00Z'),
      old.channel_id, old.provider, old.event_type, coalesce(old.project_id, ''), old.test, old.status, -1);
  END IF;
  IF tg_op <> 'DELETE' AND new.status IN ('delivered', 'failed', 'cancelled') THEN
    INSERT INTO tally_changes VALUES (new.workspace_id, date_bin('1 hour', new.created_at, '2000-01-01T00:00:00Z'),
      new.channel_id, new.provider, new.event_type, coalesce(new.project_id, ''), new.test, new.status, 1);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tally_inserted AFTER INSERT ON deliveries FOR EACH ROW
  WHEN (new.status IN ('delivered', 'failed', 'cancelled')) EXECUTE FUNCTION tally_delivery();
--> statement-breakpoint
CREATE TRIGGER tally_updated AFTER UPDATE OF status ON deliveries FOR EACH ROW
  WHEN (old.status IS DISTINCT FROM new.status
    AND (old.status IN ('delivered', 'failed', 'cancelled') OR new.status IN ('delivered', 'failed', 'cancelled')))
  EXECUTE FUNCTION tally_delivery();
--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON deliveries FOR EACH ROW
  WHEN (old.status IN ('delivered', 'failed', 'cancelled')) EXECUTE FUNCTION tally_delivery();
--> statement-breakpoint
CREATE FUNCTION tally_latency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO latency_changes
  SELECT i.workspace_id, (SELECT d.channel_id FROM deliveries d WHERE d.id = i.delivery_id),
    date_bin('1 hour', i.started_at, '2000-01-01T00:00:00Z') AS hour,
    floor(ln(greatest(i.duration_ms, 1)) / ln(1.2::float8)) AS bucket, count(*)
  FROM inserted i
  WHERE i.trigger <> 'test'
  GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tally_attempts AFTER INSERT ON attempts REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION tally_latency();
--> statement-breakpoint
INSERT INTO tally_changes
SELECT workspace_id, date_bin('1 hour', created_at, '2000-01-01T00:00:00Z') AS hour, channel_id, provider, event_type,
  coalesce(project_id, ''), test, status, count(*)
FROM deliveries WHERE status IN ('delivered', 'failed', 'cancelled')
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
--> statement-breakpoint
INSERT INTO latency_changes
SELECT a.workspace_id, d.channel_id, date_bin('1 hour', a.started_at, '2000-01-01T00:00:00Z') AS hour,
  floor(ln(greatest(a.duration_ms, 1)) / ln(1.2::float8)) AS bucket, count(*)
FROM attempts a JOIN deliveries d ON d.id = a.delivery_id
WHERE a.trigger <> 'test'
GROUP BY 1, 2, 3, 4;
