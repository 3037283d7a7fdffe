using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Storage.Parts;

/// <summary>A part of a run: the results of some of its pieces, with all their digits.</summary>
/// <param name="Header">What it is of.</param>
/// <param name="Rows">One line of JSON a piece, in their order.</param>
public sealed record WorkPart(PartHeader Header, IEnumerable<string> Rows)
{
    /// <summary>Writes it to a file, whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <remarks>
    /// A text: the header as JSON, a line a piece, and at the end the SHA-256 of all bytes before. It is written under another name and
    /// renamed when all of it is on the disk, so that a file of this name is a whole part.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string temporary = path + ".partial";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                void Line(string text)
                {
                    byte[] bytes = Encoding.UTF8.GetBytes(text + "\n");
                    hash.AppendData(bytes);
                    stream.Write(bytes);
                }

                Line(Header.ToJson());
                foreach (string row in Rows)
                {
                    Line(row);
                }

                stream.Write(Encoding.UTF8.GetBytes(PartFile.LastLine(hash.GetHashAndReset())));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
