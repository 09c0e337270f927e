/// The port of the checkers: look at everything, order troubles. Never reachable from the API port.
@NullMarked
package io.turnout.simulator.admin;

import org.jspecify.annotations.NullMarked;
