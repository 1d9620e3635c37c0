-- Events that have all three patterns, by way of the index of words and never by reading the table, whatever the planner
-- knows of it. At most so many: that bounds the work.
CREATE FUNCTION events_with_words(first text, second text, third text, most integer)
RETURNS TABLE (id text, workspace_id text, search_text text)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT e.id, e.workspace_id, e.search_text FROM events e
  WHERE e.planned_at IS NOT NULL AND e.search_text LIKE first AND e.search_text LIKE second AND e.search_text LIKE third
  LIMIT most
$$;
