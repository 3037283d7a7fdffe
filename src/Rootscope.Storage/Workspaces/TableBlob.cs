using System.Text.Json;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>
/// Reads a table from its file in a workspace, of this version or of the first, and makes sure that not a bit has changed.
/// </summary>
internal static class TableBlob
{
    /// <summary>What repairs a file that is lost or damaged.</summary>
    public static FaultText Remedy => FaultText.Of($"Import its source again with {Repair.Step(RepairStep.ReplaceTable)}.");

    /// <summary>Reads and closes the file.</summary>
    public static FlowTable Read(FileStream file, string expected, string name)
    {
        string place = file.Name;
        using var reading = new HashedReading(file);
        void Verify()
        {
            string found = reading.Finish();
            if (!string.Equals(found, expected, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"its SHA-256 is {found}");
            }
        }

        try
        {
            var magic = new byte[RawTableCodec.Magic.Length];
            reading.ReadExactly(magic);
            if (magic.AsSpan().SequenceEqual(RawTableCodec.Magic))
            {
                return RawTableCodec.ReadBody(reading, Verify);
            }

            using var whole = new MemoryStream();
            whole.Write(magic);
            reading.CopyTo(whole);
            Verify();
            whole.Position = 0;
            return TableCodec.Read(whole, place);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new TableException(place, $"the table '{name}' is damaged ({e.Message}). {Remedy}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(place, $"the table '{name}' cannot be read ({e.Message}). {Remedy}", e);
        }
    }
}
