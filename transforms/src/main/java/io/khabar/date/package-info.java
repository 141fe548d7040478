/**
 * Every date of a page: found, read, checked and ranked. Plain Java, no Beam.
 *
 * <p>{@link io.khabar.date.DateFinder} finds the dates printed in a line, {@link io.khabar.date.DateLine} says what a line's date is
 * (published, updated, a clock), {@link io.khabar.date.TimeExpressions} finds what prose says of time, and
 * {@link io.khabar.date.StoryDater} settles a story's dates from all of it.
 *
 * <p><b>Guarantees.</b> Linear time, no exception on any text, no clock, no locale. A date that is given is printed somewhere; what is worked out
 * from prose stands in a field that says so, with its basis. <b>Not guaranteed:</b> that a printed date is true.
 * <b>Cost:</b> some hundredths of a millisecond an article. Names of months, days and labels are data: {@code khabar/dates/*.tsv}.
 */
package io.khabar.date;
