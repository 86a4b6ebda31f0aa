CREATE TABLE "review_bytes" (
	"key" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"guest_id" uuid NOT NULL,
	"picture_id" uuid NOT NULL,
	"text" text NOT NULL,
	"x" double precision,
	"y" double precision,
	"created_at" timestamp with time zone NOT NULL,
	"answer" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "review_devices" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"guest_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_pairs" (
	"guest_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_pairs_guest_id_first_id_second_id_pk" PRIMARY KEY("guest_id","first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "review_pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"storage_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"meta" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	CONSTRAINT "review_pictures_sha256_key" UNIQUE("review_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "review_verdicts" (
	"guest_id" uuid NOT NULL,
	"picture_id" uuid NOT NULL,
	"pick" boolean NOT NULL,
	"rating" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_verdicts_guest_id_picture_id_pk" PRIMARY KEY("guest_id","picture_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"manage_hash" text NOT NULL,
	"owner" text NOT NULL,
	"title" text NOT NULL,
	"brief" text NOT NULL,
	"question" text NOT NULL,
	"options" jsonb NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	"shown_picture_id" uuid,
	"shown_revision" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"verdict_revision" integer DEFAULT 0 NOT NULL,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "reviews_secret_hash_key" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_guest_id_review_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."review_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_picture_id_review_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."review_pictures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_devices" ADD CONSTRAINT "review_devices_guest_id_review_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."review_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_guests" ADD CONSTRAINT "review_guests_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pairs" ADD CONSTRAINT "review_pairs_guest_id_review_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."review_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pairs" ADD CONSTRAINT "review_pairs_first_id_review_pictures_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."review_pictures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pairs" ADD CONSTRAINT "review_pairs_second_id_review_pictures_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."review_pictures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pictures" ADD CONSTRAINT "review_pictures_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_guest_id_review_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."review_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_verdicts" ADD CONSTRAINT "review_verdicts_picture_id_review_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."review_pictures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_comments_guest" ON "review_comments" USING btree ("guest_id");--> statement-breakpoint
CREATE INDEX "review_comments_picture" ON "review_comments" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "review_devices_guest" ON "review_devices" USING btree ("guest_id");--> statement-breakpoint
CREATE INDEX "review_guests_review" ON "review_guests" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_pairs_first" ON "review_pairs" USING btree ("first_id");--> statement-breakpoint
CREATE INDEX "review_pairs_second" ON "review_pairs" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "review_pictures_unready" ON "review_pictures" USING btree ("created_at") WHERE "review_pictures"."ready_at" is null;--> statement-breakpoint
CREATE INDEX "review_verdicts_picture" ON "review_verdicts" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "reviews_owner" ON "reviews" USING btree ("owner","created_at");--> statement-breakpoint
CREATE INDEX "reviews_uncleared" ON "reviews" USING btree ("expires_at") WHERE "reviews"."cleared_at" is null;