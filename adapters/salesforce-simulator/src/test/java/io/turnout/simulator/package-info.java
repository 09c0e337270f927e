/// The simulator as its clients meet it: over HTTP, on free ports.
@NullMarked
package io.turnout.simulator;

import org.jspecify.annotations.NullMarked;
