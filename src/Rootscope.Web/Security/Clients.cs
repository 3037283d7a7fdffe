using System.Net;
using System.Net.Sockets;

namespace Rootscope.Web.Security;

/// <summary>Who is one client: an address, of IPv6 a /64, in which a household takes addresses as it likes.</summary>
internal static class Clients
{
    /// <summary>A client of whom nothing is known.</summary>
    public const string Unknown = "";

    /// <summary>The client that an address belongs to; of no address the one without a name.</summary>
    public static string Of(IPAddress? address) =>
        address is null ? Unknown
        : address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv4().ToString()
        : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
}
