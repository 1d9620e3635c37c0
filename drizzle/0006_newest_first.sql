DROP INDEX "invites_workspace";--> statement-breakpoint
DROP INDEX "projects_list";--> statement-breakpoint
DROP INDEX "api_keys_list";--> statement-breakpoint
DROP INDEX "channel_secrets_channel";--> statement-breakpoint
DROP INDEX "channels_list";--> statement-breakpoint
DROP INDEX "audit_log";--> statement-breakpoint
DROP INDEX "audit_by_actor";--> statement-breakpoint
DROP INDEX "audit_by_action";--> statement-breakpoint
DROP INDEX "redeliveries_list";--> statement-breakpoint
DROP INDEX "inspector_requests_log";--> statement-breakpoint
DROP INDEX "engine"."engine_failures_age";--> statement-breakpoint
CREATE INDEX "invites_workspace" ON "invites" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "projects_list" ON "projects" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_keys_list" ON "api_keys" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "channel_secrets_channel" ON "channel_secrets" USING btree ("channel_id","created_at");--> statement-breakpoint
CREATE INDEX "channels_list" ON "channels" USING btree ("workspace_id","created_at","id") WHERE "channels"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "audit_log" ON "audit_entries" USING btree ("workspace_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_entries" USING btree ("workspace_id","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit_entries" USING btree ("workspace_id","action","at","id");--> statement-breakpoint
CREATE INDEX "redeliveries_list" ON "redeliveries" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "inspector_requests_log" ON "inspector_requests" USING btree ("token","received_at","id");--> statement-breakpoint
CREATE INDEX "engine_failures_age" ON "engine"."failures" USING btree ("ended_at");