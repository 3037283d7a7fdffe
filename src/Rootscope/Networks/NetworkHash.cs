using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Networks;

/// <summary>
/// A hash of a network: of firms in the order of their identifiers, so that the order of a file's rows makes no difference.
/// </summary>
internal static class NetworkHash
{
    private const int BufferSize = 1 << 16;

    public static string Of(SupplyNetwork network)
    {
        int n = network.Count;
        int[] order = [.. Enumerable.Range(0, n)];
        string[] ids = [.. network.Firms.Ids];
        Array.Sort(ids, order, StringComparer.Ordinal);
        var place = new int[n];
        for (int i = 0; i < n; i++)
        {
            place[order[i]] = i;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        var row = new List<(int Customer, double Value)>();
        foreach (int f in order)
        {
            FirmList firms = network.Firms;
            string text =
                string.Join(
                    '\n',
                    firms.Ids[f],
                    firms.NameOf(new(f)),
                    firms.Sectors.CodeOf(new(f)),
                    firms.Regions?.CodeOf(new(f)),
                    firms.Markets?.CodeOf(new(f))
                ) + "\n";
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            row.Clear();
            row.Add((-1, firms.RevenueOf(new(f)) ?? -1));
            row.Add((-2, firms.CostsOf(new(f)) ?? -1));
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                row.Add((place[network.CustomersOf(new(f))[e]], network.SalesOf(new(f))[e]));
            }

            row.Sort(static (a, b) => a.Customer.CompareTo(b.Customer));
            Append(hash, buffer, row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, byte[] buffer, List<(int Customer, double Value)> row)
    {
        int at = 0;
        foreach ((int customer, double value) in row)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(at), customer);
            BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(at + sizeof(int)), value);
            at += sizeof(int) + sizeof(double);
            if (at > buffer.Length - 16)
            {
                hash.AppendData(buffer, 0, at);
                at = 0;
            }
        }

        hash.AppendData(buffer, 0, at);
    }
}
