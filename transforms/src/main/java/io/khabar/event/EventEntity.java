package io.khabar.event;

import io.khabar.model.EntityType;

/**
 * Somebody or something a story is about.
 *
 * @param weight how much the story is about it, 1..127; the squares of a story's weights add up to about 127 squared
 * @param lead whether the title or the lead names it
 */
public record EventEntity(String id, String name, EntityType type, int weight, boolean lead) {
  /** Whether it can act: a person or an organisation. */
  public boolean actor() {
    return type == EntityType.PERSON || type == EntityType.ORGANIZATION;
  }
}
