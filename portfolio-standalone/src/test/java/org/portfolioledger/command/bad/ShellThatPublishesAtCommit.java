package org.portfolioledger.command.bad;

import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Publishes one more fact when the unit is being committed, where Axon would lose it. */
public record ShellThatPublishesAtCommit(UnitOfWork<?> unit, EventBus bus) {
    void decide() {
        unit.onPrepareCommit(_ -> bus.publish(GenericEventMessage.asEventMessage("too late")));
    }
}
