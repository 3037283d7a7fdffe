using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace Rootscope.Web.Security;

/// <summary>
/// How many connections there are at once, over all and from one network. Where there is no more room, a connection on which nobody waits
/// for an answer makes room: the one that has been silent longest. So connections that say nothing keep nobody out.
/// </summary>
/// <remarks>
/// A network is a /24 of IPv4 and a /48 of IPv6. This machine itself, from which a proxy brings all visitors, may have as many as there
/// are.
/// </remarks>
internal sealed class ConnectionLimits
{
    /// <summary>The most connections at once.</summary>
    public const int Most = 2_000;

    /// <summary>The most connections at once from one network.</summary>
    public const int MostOfANetwork = 400;

    private readonly Dictionary<string, NetworkConnections> _networks = new(StringComparer.Ordinal);
    private readonly LinkedList<Held> _silent = [];
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Tells a connection that somebody waits for an answer on it, for as long as a request is answered.</summary>
    public static void Use(IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                Held? held = context.Features.Get<Held>();
                held?.Speak();
                try
                {
                    await next(context);
                }
                finally
                {
                    held?.FallSilent();
                }
            }
        );

    /// <summary>Holds a connection as long as it lasts, or closes it at once.</summary>
    public async Task HoldAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var held = new Held(this, connection, NetworkOf((connection.RemoteEndPoint as IPEndPoint)?.Address));
        if (!TryTake(held, out Held? displaced))
        {
            connection.Abort(new ConnectionAbortedException("There are too many connections."));
            return;
        }

        displaced?.Connection.Abort(new ConnectionAbortedException("It made room for another one."));
        connection.Features.Set(held);
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(held);
        }
    }

    private bool TryTake(Held held, out Held? displaced)
    {
        lock (_gate)
        {
            displaced = null;
            NetworkConnections own = _networks.GetValueOrDefault(held.Network) ?? new NetworkConnections();
            bool isNetworkFull = held.Network.Length > 0 && own.Count >= MostOfANetwork;
            if (isNetworkFull || _count >= Most)
            {
                displaced = (isNetworkFull ? own.Silent : _silent).First?.Value;
                if (displaced is null)
                {
                    return false;
                }

                Take(displaced);
            }

            _networks[held.Network] = own;
            own.Count++;
            _count++;
            held.IsHeld = true;
            Silence(held, own);
            return true;
        }
    }

    private void Leave(Held held)
    {
        lock (_gate)
        {
            Take(held);
        }
    }

    /// <summary>Counts a connection no longer. One that made room is gone already when its end is told.</summary>
    private void Take(Held held)
    {
        if (!held.IsHeld)
        {
            return;
        }

        held.IsHeld = false;
        NetworkConnections own = _networks[held.Network];
        Unsilence(held, own);
        _count--;
        if (--own.Count == 0)
        {
            _networks.Remove(held.Network);
        }
    }

    private void Silence(Held held, NetworkConnections own)
    {
        held.Among ??= _silent.AddLast(held);
        held.AmongOwn ??= own.Silent.AddLast(held);
    }

    private void Unsilence(Held held, NetworkConnections own)
    {
        if (held is { Among: { } among, AmongOwn: { } amongOwn })
        {
            _silent.Remove(among);
            own.Silent.Remove(amongOwn);
            (held.Among, held.AmongOwn) = (null, null);
        }
    }

    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback)
            ? string.Empty
            : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6));
    }

    private sealed class NetworkConnections
    {
        public int Count { get; set; }

        public LinkedList<Held> Silent { get; } = [];
    }

    /// <summary>A connection that is held.</summary>
    private sealed class Held(ConnectionLimits limits, ConnectionContext connection, string network)
    {
        public ConnectionContext Connection => connection;

        public string Network => network;

        public bool IsHeld { get; set; }

        public LinkedListNode<Held>? Among { get; set; }

        public LinkedListNode<Held>? AmongOwn { get; set; }

        public void Speak()
        {
            lock (limits._gate)
            {
                if (IsHeld)
                {
                    limits.Unsilence(this, limits._networks[network]);
                }
            }
        }

        public void FallSilent()
        {
            lock (limits._gate)
            {
                if (IsHeld)
                {
                    limits.Silence(this, limits._networks[network]);
                }
            }
        }
    }
}
