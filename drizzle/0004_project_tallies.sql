INSERT INTO tally_kinds (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
SELECT DISTINCT workspace_id, false, '', '', '', project_id, test, status FROM tally_kinds
WHERE exact AND project_id <> '';
--> statement-breakpoint
INSERT INTO tallies (kind_id, hour, count)
SELECT whole.id, t.hour, sum(t.count)
FROM tally_kinds whole
JOIN tally_kinds k ON k.exact AND k.workspace_id = whole.workspace_id AND k.project_id = whole.project_id
  AND k.test = whole.test AND k.status = whole.status
JOIN tallies t ON t.kind_id = k.id
WHERE NOT whole.exact AND whole.project_id <> ''
GROUP BY whole.id, t.hour;
