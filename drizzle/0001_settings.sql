CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_entries" USING btree ("workspace_id","actor_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit_entries" USING btree ("workspace_id","action","at" DESC NULLS LAST,"id" DESC NULLS LAST);