package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;

/**
 * One line of the gazetteer without its forms.
 *
 * @param id {@code per:}, {@code org:}, {@code loc:} or {@code misc:} and a slug
 * @param nameAr the usual Arabic spelling of the full name
 * @param nameEn or null
 * @param wikidataId or null
 * @param titles match keys of the offices the person holds or held
 * @param countries ISO 3166 alpha-2
 * @param prior 1..9, how much a reader of Arabic news thinks of this one first
 */
public record Entity(
    String id, EntityType type, String nameAr, String nameEn, String wikidataId, List<String> titles, List<String> countries, int prior) {
  static final int DEFAULT_PRIOR = 5;
}
