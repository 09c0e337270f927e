/// The part of SOQL that is modelled: read it, and answer it from the rows.
@NullMarked
package io.turnout.simulator.soql;

import org.jspecify.annotations.NullMarked;
