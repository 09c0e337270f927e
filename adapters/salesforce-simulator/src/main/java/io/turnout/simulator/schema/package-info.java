/// What an org's objects and fields are.
@NullMarked
package io.turnout.simulator.schema;

import org.jspecify.annotations.NullMarked;
