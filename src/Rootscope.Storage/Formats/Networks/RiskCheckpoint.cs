using System.Globalization;
using System.Text;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Networks;

/// <summary>
/// Outcomes of cascades as they are found, line by line in a file, so that a run that was broken off goes on where it stopped.
/// </summary>
/// <remarks>
/// The first line says what the run is of; a file of another run is refused. A line that was cut off in the middle does not count and is
/// written again.
/// </remarks>
public sealed class RiskCheckpoint : IDisposable
{
    private readonly FileStream _stream;
    private readonly Lock _writing = new();

    private RiskCheckpoint(FileStream stream, IReadOnlyDictionary<FirmNumber, CascadeOutcome> found)
    {
        _stream = stream;
        Found = found;
    }

    /// <summary>What an earlier run has found, by number of the firm.</summary>
    public IReadOnlyDictionary<FirmNumber, CascadeOutcome> Found { get; }

    /// <summary>Opens a checkpoint, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">What the run is of, in one line: hash of the network, options, selection.</param>
    /// <exception cref="TableException">The file belongs to another run, or cannot be opened.</exception>
    public static RiskCheckpoint Open(string path, string run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableException(
                path,
                $"the checkpoint cannot be opened ({e.Message}). Look whether another run uses it, or name another with "
                    + $"{Repair.Option("checkpoint")}.",
                e
            );
        }

        var found = new Dictionary<FirmNumber, CascadeOutcome>();
        long whole = 0;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        bool isFirst = true;
        for (int start = 0, end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            string line = Encoding.UTF8.GetString(bytes, start, end - start);
            if (isFirst && line != run)
            {
                stream.Dispose();
                throw new TableException(
                    path,
                    $"the checkpoint belongs to a run of other files or options. Remove it, or name another with "
                        + $"{Repair.Option("checkpoint")}."
                );
            }

            if (!isFirst && !TryRead(line, found))
            {
                break;
            }

            isFirst = false;
            whole = end + 1;
        }

        stream.SetLength(whole);
        stream.Position = whole;
        var checkpoint = new RiskCheckpoint(stream, found);
        if (isFirst)
        {
            checkpoint.Append(run + "\n");
        }

        return checkpoint;
    }

    /// <summary>Adds outcomes; may be called from several threads.</summary>
    /// <param name="firms">Numbers of the firms.</param>
    /// <param name="outcomes">Their outcomes.</param>
    public void Add(IReadOnlyList<FirmNumber> firms, IReadOnlyList<CascadeOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(outcomes);
        var text = new StringBuilder();
        for (int i = 0; i < firms.Count; i++)
        {
            CascadeOutcome o = outcomes[i];
            text.Append(
                CultureInfo.InvariantCulture,
                $"{firms[i]},{(int)o.Status},{o.Loss:R},{o.Downstream:R},{o.Upstream:R},{o.Steps},{o.Residual:R},{o.Touched},.\n"
            );
        }

        lock (_writing)
        {
            Append(text.ToString());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static bool TryRead(string line, Dictionary<FirmNumber, CascadeOutcome> found)
    {
        string[] cells = line.Split(',');
        bool sound = cells.Length == 9 && cells[8] == ".";
        sound &= int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int firm);
        if (!sound)
        {
            return false;
        }

        found[new(firm)] = new CascadeOutcome(
            (CascadeStatus)int.Parse(cells[1], CultureInfo.InvariantCulture),
            Number(cells[2]),
            Number(cells[3]),
            Number(cells[4]),
            int.Parse(cells[5], CultureInfo.InvariantCulture),
            Number(cells[6]) ?? 0,
            int.Parse(cells[7], CultureInfo.InvariantCulture)
        );
        return true;
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private void Append(string text)
    {
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Flush(flushToDisk: false);
    }
}
