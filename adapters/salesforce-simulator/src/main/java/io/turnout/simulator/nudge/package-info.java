/// What the package installed in an org tells the outside: signed webhooks after its data changed.
@NullMarked
package io.turnout.simulator.nudge;

import org.jspecify.annotations.NullMarked;
