/**
 * What each engine must be told so that {@code ./khabar run --runner=...} just works: parallelism, memory and network buffers from the machine, local folders,
 * loopback addresses. Whatever the user said himself stays as he said it. No stage knows of this package.
 */
package io.khabar.engine;
