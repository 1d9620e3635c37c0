WITH whole AS (
  SELECT k.workspace_id, k.provider, k.test, k.status, t.hour, sum(t.count) AS count
  FROM tally_kinds k JOIN tallies t ON t.kind_id = k.id
  WHERE k.exact GROUP BY 1, 2, 3, 4, 5
),
kinds AS (
  INSERT INTO tally_kinds (workspace_id, exact, channel_id, provider, event_type, project_id, test, status)
  SELECT DISTINCT workspace_id, false, '', provider, '', '', test, status FROM whole
  RETURNING *
)
INSERT INTO tallies (kind_id, hour, count)
SELECT k.id, w.hour, w.count FROM whole w JOIN kinds k USING (workspace_id, provider, test, status);
