package org.portfolioledger.http;

import java.io.IOException;

/** A body that is sent while it is made. */
@FunctionalInterface
public interface StreamedBody {

    /**
     * Makes it, part by part. A failure breaks the answer off, so that nobody takes it for a whole one.
     *
     * @throws IOException if nobody waits for it any longer
     */
    void writeTo(Parts parts) throws IOException;

    /** Takes the parts, and waits until the one before was sent: no more than two are ever in memory. */
    @FunctionalInterface
    interface Parts {
        void send(byte[] part) throws IOException;
    }
}
