CREATE TABLE "passes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"micros" bigint NOT NULL,
	"models" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "passes_secret_hash_key" UNIQUE("secret_hash"),
	CONSTRAINT "passes_micros_check" CHECK ("passes"."micros" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"subject" text PRIMARY KEY NOT NULL,
	"due_at" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" uuid PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"fingerprint" text NOT NULL,
	"visitor" text NOT NULL,
	"pass_id" uuid,
	"model" text NOT NULL,
	"input" jsonb NOT NULL,
	"micros" bigint NOT NULL,
	"exact" boolean NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"charged" text NOT NULL,
	"instance" uuid NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"sent_from" timestamp with time zone NOT NULL,
	"sent_until" timestamp with time zone,
	"hook" text NOT NULL,
	"job_id" uuid,
	"job" jsonb,
	"ended_at" timestamp with time zone,
	CONSTRAINT "submissions_hook_key" UNIQUE("hook"),
	CONSTRAINT "submissions_job_id_key" UNIQUE("job_id"),
	CONSTRAINT "submissions_micros_check" CHECK ("submissions"."micros" >= 0)
);
--> statement-breakpoint
CREATE INDEX "rate_limits_due" ON "rate_limits" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "submissions_day" ON "submissions" USING btree ("mode","day");--> statement-breakpoint
CREATE INDEX "submissions_pass" ON "submissions" USING btree ("pass_id") WHERE "submissions"."pass_id" is not null;--> statement-breakpoint
CREATE INDEX "submissions_open" ON "submissions" USING btree ("mode","sent_from") WHERE "submissions"."state" in ('sending', 'unknown', 'accepted');