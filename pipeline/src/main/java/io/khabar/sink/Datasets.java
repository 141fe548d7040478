package io.khabar.sink;

import static io.khabar.sink.Column.bytes;
import static io.khabar.sink.Column.day;
import static io.khabar.sink.Column.integer;
import static io.khabar.sink.Column.integers;
import static io.khabar.sink.Column.number;
import static io.khabar.sink.Column.numbers;
import static io.khabar.sink.Column.real;
import static io.khabar.sink.Column.structs;
import static io.khabar.sink.Column.text;
import static io.khabar.sink.Column.texts;

import io.khabar.dedup.StoredSignature;
import io.khabar.model.Event;
import io.khabar.model.Exclusion;
import io.khabar.model.Mention;
import io.khabar.model.RelatedLink;
import io.khabar.model.Relation;
import io.khabar.model.Reject;
import io.khabar.model.Segment;
import io.khabar.sink.EntityRow.SurfaceCount;
import io.khabar.sink.StoryRow.StoryEntity;
import java.util.List;
import java.util.Locale;

/** Every dataset of a run, column by column, as the users' contract has them. */
final class Datasets {
  static final Dataset<DocumentRow> DOCUMENTS =
      Dataset.of(
          "documents",
          d -> d.document().documentId(),
          text("document_id", d -> d.document().documentId()),
          text("content_key", d -> d.document().contentKey()),
          text("source_uri", d -> d.document().sourceUri()),
          number("record_index", d -> d.document().recordIndex()),
          number("record_offset", d -> d.document().recordOffset()),
          text("media_type", d -> d.document().mediaType()),
          text("charset", d -> d.document().charset()),
          real("charset_confidence", d -> d.document().charsetConfidence()),
          text("url", d -> d.document().url()),
          text("outlet", d -> d.document().outlet()),
          text("fetched_at", d -> d.document().fetchedAt()),
          integer("char_count", d -> d.document().charCount()),
          integer("story_count", d -> d.document().storyCount()),
          structs("excluded", DocumentRow::excluded, text("story_id", Exclusion::storyId), text("reason", Exclusion::reason), text("message", Exclusion::message)),
          text("text", d -> d.document().text()));

  static final Dataset<Segment> SEGMENTS =
      Dataset.of(
          "segments",
          s -> s.documentId() + "." + padded(s.ordinal()),
          text("document_id", Segment::documentId),
          integer("ordinal", Segment::ordinal),
          integer("start", Segment::start),
          integer("end", Segment::end),
          text("kind", s -> s.kind().code()),
          text("story_id", Segment::storyId),
          text("rule", Segment::rule),
          real("confidence", Segment::confidence),
          text("text", Segment::text));

  static final Dataset<StoryRow> STORIES =
      Dataset.of(
          "stories",
          r -> r.story().storyId(),
          text("story_id", r -> r.story().storyId()),
          text("document_id", r -> r.story().documentId()),
          text("source_uri", r -> r.story().sourceUri()),
          text("kind", r -> r.story().kind().code()),
          text("parent_story_id", r -> r.story().parentStoryId()),
          integer("ordinal", r -> r.story().ordinal()),
          text("outlet", r -> r.story().outlet()),
          text("url", r -> r.story().url()),
          text("title", r -> r.story().title()),
          text("text", r -> r.story().text()),
          text("language", r -> r.story().language()),
          texts("authors", r -> r.story().authors()),
          texts("credits", r -> r.story().credits()),
          texts("captions", r -> r.story().captions()),
          texts("tags", r -> r.story().tags()),
          structs("related", r -> r.story().related(), text("title", RelatedLink::title), text("url", RelatedLink::url)),
          text("dateline_place", r -> r.story().datelinePlace()),
          day("published", r -> r.story().dates().published()),
          text("published_at", r -> r.story().dates().publishedAt()),
          text("published_source", r -> r.story().dates().publishedSource().code()),
          day("updated", r -> r.story().dates().updated()),
          text("published_hijri", r -> r.story().dates().publishedHijri()),
          day("published_estimate", r -> r.story().dates().publishedEstimate()),
          text("published_estimate_basis", r -> r.story().dates().publishedEstimateBasis()),
          day("page_clock", r -> r.story().dates().pageClock()),
          day("event_date", StoryRow::eventDate),
          text("event_date_basis", StoryRow::eventDateBasis),
          integer("word_count", StoryRow::wordCount),
          integer("char_count", StoryRow::charCount),
          integer("duplicate_count", r -> r.fate().duplicateCount()),
          text("cluster_id", r -> r.fate().clusterId()),
          text("event_id", r -> r.fate().event().eventId()),
          text("storyline_id", r -> r.fate().event().storylineId()),
          structs(
              "entities",
              StoryRow::entities,
              text("entity_id", StoryEntity::entityId),
              text("type", e -> e.type().name()),
              text("name_ar", StoryEntity::nameAr),
              text("name_en", StoryEntity::nameEn),
              integer("mentions", StoryEntity::mentions)),
          texts("warnings", r -> r.story().warnings()));

  static final Dataset<Mention> MENTIONS =
      Dataset.of(
          "mentions",
          m -> m.storyId() + "." + m.field().code() + "." + padded(m.start()) + "." + padded(m.end()),
          text("story_id", Mention::storyId),
          text("field", m -> m.field().code()),
          integer("start", Mention::start),
          integer("end", Mention::end),
          text("surface", Mention::surface),
          text("type", m -> m.type().name()),
          text("entity_id", Mention::entityId),
          text("name_ar", Mention::nameAr),
          text("name_en", Mention::nameEn),
          text("wikidata_id", Mention::wikidataId),
          real("confidence", Mention::confidence),
          text("method", Mention::method));

  static final Dataset<DuplicateRow> DUPLICATES =
      Dataset.of(
          "duplicates",
          r -> r.story().storyId(),
          text("story_id", r -> r.story().storyId()),
          text("document_id", r -> r.story().documentId()),
          text("source_uri", r -> r.story().sourceUri()),
          text("kept_story_id", r -> r.duplicate().keptStoryId()),
          text("kept_run_id", r -> r.duplicate().keptRunId()),
          text("kind", r -> r.duplicate().kind().code()),
          real("similarity", r -> r.duplicate().similarity()),
          text("cluster_id", r -> r.duplicate().clusterId()));

  static final Dataset<Relation> RELATIONS =
      Dataset.of(
          "relations",
          r -> r.storyId() + " " + r.otherStoryId(),
          text("story_id", Relation::storyId),
          text("other_story_id", Relation::otherStoryId),
          text("kind", r -> r.kind().code()),
          real("similarity", Relation::similarity));

  static final Dataset<EntityRow> ENTITIES =
      Dataset.of(
          "entities",
          EntityRow::entityId,
          text("entity_id", EntityRow::entityId),
          text("type", e -> e.type().name()),
          text("name_ar", EntityRow::nameAr),
          text("name_en", EntityRow::nameEn),
          text("wikidata_id", EntityRow::wikidataId),
          structs("surfaces", EntityRow::surfaces, text("surface", SurfaceCount::surface), number("count", SurfaceCount::count)),
          number("mention_count", EntityRow::mentionCount),
          number("story_count", EntityRow::storyCount));

  static final Dataset<Event> EVENTS =
      Dataset.of(
          "events",
          Event::eventId,
          text("event_id", Event::eventId),
          day("event_date", Event::eventDate),
          text("title", Event::title),
          texts("story_ids", Event::storyIds),
          integer("story_count", Event::storyCount),
          integer("outlet_count", Event::outletCount),
          texts("entity_ids", Event::entityIds),
          text("storyline_id", Event::storylineId),
          texts("shared_entities", Event::sharedEntities),
          texts("key_terms", Event::keyTerms));

  static final Dataset<StoredSignature> SIGNATURES =
      Dataset.of(
          "signatures",
          StoredSignature::storyId,
          text("story_id", StoredSignature::storyId),
          text("key", StoredSignature::key),
          numbers("bands", StoredSignature::bands),
          integers("shingles", StoredSignature::shingles),
          integers("numbers", StoredSignature::numbers),
          integer("word_count", StoredSignature::wordCount),
          day("published", StoredSignature::published),
          day("fetched", StoredSignature::fetched),
          text("outlet", StoredSignature::outlet),
          text("url", StoredSignature::url),
          text("title_key", StoredSignature::titleKey));

  static final Dataset<Reject> REJECTS =
      Dataset.of(
          "rejects",
          r -> r.sourceUri() + String.format(Locale.ROOT, " %019d %019d ", r.recordOffset(), r.recordIndex()) + r.stage() + " " + r.reason() + " " + r.payloadSha256(),
          text("source_uri", Reject::sourceUri),
          number("record_index", r -> r.recordIndex() < 0 ? null : r.recordIndex()),
          number("record_offset", r -> r.recordOffset() < 0 ? null : r.recordOffset()),
          text("stage", Reject::stage),
          text("reason", Reject::reason),
          text("message", Reject::message),
          bytes("payload", r -> r.payload().length == 0 ? null : r.payload()),
          text("payload_sha256", Reject::payloadSha256))
          .allowingEqualKeys();

  private Datasets() {}

  /** A number in ten digits, so that keys sort as numbers do. */
  private static String padded(int number) {
    String digits = Integer.toString(number);
    return "0000000000".substring(digits.length()) + digits;
  }

  /** All datasets that a run writes, in the order of the manifest. */
  static List<Dataset<?>> all() {
    return List.of(DOCUMENTS, SEGMENTS, STORIES, MENTIONS, DUPLICATES, RELATIONS, ENTITIES, EVENTS, SIGNATURES, REJECTS);
  }
}
