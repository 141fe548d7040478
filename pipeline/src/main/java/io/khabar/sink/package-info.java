/**
 * The datasets on disk: their columns, declared once for both formats; files whose names and rows do not depend on the attempt that wrote them; the
 * ledger; the manifest, which alone says what is published.
 */
package io.khabar.sink;
