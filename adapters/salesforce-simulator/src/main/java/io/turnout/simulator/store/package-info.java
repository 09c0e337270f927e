/// The rows of one org, and the transactions that change them.
@NullMarked
package io.turnout.simulator.store;

import org.jspecify.annotations.NullMarked;
