/// HTTP in and out: what a request is, what an answer is, and the doors they pass through.
@NullMarked
package io.turnout.simulator.wire;

import org.jspecify.annotations.NullMarked;
