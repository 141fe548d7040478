/**
 * One deterministic coder for every record of {@link io.khabar.model}, and packs of records for shuffles.
 *
 * <p>Beam's schemas do not know Java records, and Java serialisation is slow and no key coder; so the components of a record are written in their
 * order by small codecs chosen once from their generic types.
 */
package io.khabar.coder;
