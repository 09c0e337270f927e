/// One org: its database, its tokens, its budget, the calls it has seen and its troubles.
@NullMarked
package io.turnout.simulator.org;

import org.jspecify.annotations.NullMarked;
