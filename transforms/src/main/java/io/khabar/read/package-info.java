/**
 * Files, archives, web archives, JSON and tables to {@link io.khabar.model.RawRecord}s.
 *
 * <p><b>In</b>: files as the user named them. <b>Out</b>: everything that lies in them as exactly one of a record, a reject or a skip, each with the
 * place that leads back to its bytes: the file as it was named ({@code a.zip!/b.json} for an entry), the record's number and the offset of its first
 * byte in the decompressed file or entry. <b>Not guaranteed</b>: that a record can be decoded; that is the next stage's to say.
 * <b>Cost</b>: one pass, one record in memory at a time, whatever the size of the file; past a bound of {@link io.khabar.read.ReadConfig} a record
 * or entry becomes a reject and the rest is read on.
 */
package io.khabar.read;
