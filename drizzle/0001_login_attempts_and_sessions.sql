CREATE TABLE "ended_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_tries" (
	"who" text NOT NULL,
	"at" double precision NOT NULL
);
--> statement-breakpoint
CREATE INDEX "password_tries_who" ON "password_tries" USING btree ("who","at");--> statement-breakpoint
CREATE INDEX "password_tries_at" ON "password_tries" USING btree ("at");