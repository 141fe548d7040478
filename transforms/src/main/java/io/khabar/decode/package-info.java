/**
 * Bytes to text: charset, mojibake, HTML to page text with block hints, JSON and CSV fields.
 *
 * <p><b>In</b>: {@link io.khabar.model.RawRecord}s. <b>Out</b>: {@link io.khabar.model.Page}s, or rejects with a reason. A page's text is the record's
 * text as found: of plain text and JSON the decoded chars (line ends kept, byte order mark dropped, lone surrogates replaced by U+FFFD,
 * because UTF-8 cannot hold them; NUL and other control chars stay); of HTML what a browser would show, a line for each block. Nothing is cleaned or cut here.
 * <b>Not guaranteed</b>: that the page holds a story. <b>Cost</b>: linear in the record; a page beyond the work budget is a reject, never a wait.
 */
package io.khabar.decode;
