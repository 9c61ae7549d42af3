package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: an account or, where nobody is signed in, an address.
 *
 * @param actor null where nobody is signed in
 * @param address of the network from which it comes
 */
record Caller(@Nullable Actor actor, String address) {

    /** Bytes of an IPv6 address that name the network; whoever has one has as many addresses as he likes below it. */
    private static final int NETWORK = 8;

    static Caller of(HttpServletRequest request) {
        return new Caller(present(), network(request.getRemoteAddr()));
    }

    /** A caller as whom nobody has signed in. */
    static Caller unknown(HttpServletRequest request) {
        return new Caller(null, network(request.getRemoteAddr()));
    }

    private static @Nullable Actor present() {
        try {
            return Actor.present();
        } catch (Problem _) {
            return null;
        }
    }

    private static String network(String address) {
        try {
            if (!(InetAddress.ofLiteral(address) instanceof Inet6Address six)) return address;
            byte[] bytes = six.getAddress();
            Arrays.fill(bytes, NETWORK, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (IllegalArgumentException | UnknownHostException _) {
            return address;
        }
    }

    boolean isSignedIn() {
        return actor != null;
    }

    /** Name under which the user signed in; null where nobody did. */
    @Nullable
    String account() {
        return actor == null ? null : actor.user();
    }

    /** Id in the directory of people; null where nobody is signed in. */
    @Nullable
    String person() {
        return actor == null ? null : actor.person();
    }

    /** By which it is told from all others. */
    String key() {
        return actor == null ? "address " + address : "account " + actor.user();
    }
}
