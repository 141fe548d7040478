/**
 * The three lanes that leave every stage: kept; rejected with a reason; failed with its exception. The last two are rows of one dataset, and
 * {@link io.khabar.lane.Rejection} makes every one of them. Nothing that came in leaves by any other way.
 */
package io.khabar.lane;
