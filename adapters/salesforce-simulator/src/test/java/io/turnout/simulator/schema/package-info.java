/// Ids by themselves; everything else is tried over HTTP.
@NullMarked
package io.turnout.simulator.schema;

import org.jspecify.annotations.NullMarked;
