/**
 * The vocabulary of Khabar: records and enums only, no behaviour beyond what keeps them well formed.
 *
 * <p><b>Offsets.</b> What leaves the program ({@link io.khabar.model.Segment}, {@link io.khabar.model.Mention}) counts Unicode
 * code points, half open. What only stages hand each other ({@link io.khabar.model.Block}, {@link io.khabar.model.Line}) counts
 * UTF-16 chars, as {@link java.lang.String} does. Each record says which.
 *
 * <p><b>Absence.</b> A component that may be absent is {@code null}, never an empty string; lists are never null. Dates are ISO 8601 strings as printed on
 * the page: no zone shifts a day.
 *
 * <p>Every record here can be coded by {@link io.khabar.coder.RecordCoder}: components are primitives, strings, enums, byte arrays,
 * lists and further records.
 */
package io.khabar.model;
