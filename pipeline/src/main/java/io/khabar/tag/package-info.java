/** {@code khabar tag}: names in any plain text, without a pipeline. */
package io.khabar.tag;
