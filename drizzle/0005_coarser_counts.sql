CREATE TABLE "latency_totals" (
	"workspace_id" text NOT NULL,
	"hours" smallint NOT NULL,
	"start" timestamp (3) with time zone NOT NULL,
	"channel_id" text NOT NULL,
	"bucket" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "latency_totals_workspace_id_hours_start_channel_id_bucket_pk" PRIMARY KEY("workspace_id","hours","start","channel_id","bucket")
);
--> statement-breakpoint
ALTER TABLE "latency_totals" ADD CONSTRAINT "latency_totals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "latency_totals_age" ON "latency_totals" USING btree ("start");--> statement-breakpoint
INSERT INTO latency_totals (workspace_id, hours, start, channel_id, bucket, count)
SELECT workspace_id, 1, hour, '', bucket, sum(count) FROM latencies GROUP BY workspace_id, hour, bucket
UNION ALL
SELECT workspace_id, 12, date_bin('12 hours', hour, '1970-01-01T00:00:00Z'), channel_id, bucket, sum(count)
FROM latencies GROUP BY workspace_id, 3, channel_id, bucket;
--> statement-breakpoint
DELETE FROM tally_kinds WHERE NOT exact AND channel_id = '';
--> statement-breakpoint
WITH coarser AS (
  SELECT k.workspace_id, k.provider, k.event_type, '' AS project_id, k.test, k.status, t.hour, sum(t.count) AS count
  FROM tally_kinds k JOIN tallies t ON t.kind_id = k.id
  WHERE k.exact GROUP BY 1, 2, 3, 5, 6, 7
  UNION ALL
  SELECT k.workspace_id, k.provider, '', k.project_id, k.test, k.status, t.hour, sum(t.count)
  FROM tally_kinds k JOIN tallies t ON t.kind_id = k.id
  WHERE k.exact AND k.project_id <> '' GROUP BY 1, 2, 4, 5, 6, 7
),
kinds AS (
  INSERT INTO tally_kinds (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
  SELECT DISTINCT workspace_id, false, '', provider, event_type, project_id, test, status FROM coarser
  RETURNING *
)
INSERT INTO tallies (kind_id, hour, count)
SELECT k.id, c.hour, c.count FROM coarser c
JOIN kinds k USING (workspace_id, provider, event_type, project_id, test, status);
