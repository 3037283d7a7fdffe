using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Eora;

/// <summary>The figures of Eora26, with the discrepancies of ROW moved out of the flows.</summary>
internal sealed class EoraFigures
{
    private readonly EoraLabels _labels;
    private readonly int _sectors;
    private readonly int _uses;
    private readonly int _inputs;

    public EoraFigures(EoraLabels labels)
    {
        _labels = labels;
        _sectors = labels.Sectors.Count;
        _uses = labels.FinalDemand.Count + (labels.HasDiscrepancies ? 1 : 0);
        _inputs = labels.ValueAdded.Count + (labels.HasDiscrepancies ? 1 : 0);
        Flows = new double[_sectors * _sectors];
        FinalDemand = new double[_sectors * _uses];
        ValueAdded = new double[_inputs * _sectors];
    }

    public double[] Flows { get; }

    /// <summary>Final demand; the last column holds discrepancies where the source has them.</summary>
    public double[] FinalDemand { get; }

    /// <summary>Primary inputs; the last row holds discrepancies where the source has them.</summary>
    public double[] ValueAdded { get; }

    public void ReadFlows(string path, CancellationToken cancellation) =>
        Read(
            path,
            _labels.Width,
            _labels.Width,
            "labels_T.txt",
            row =>
            {
                if (row.Number == _sectors)
                {
                    row.Values.AsSpan(0, _sectors).CopyTo(ValueAdded.AsSpan((_inputs - 1) * _sectors));
                    return;
                }

                row.Values.AsSpan(0, _sectors).CopyTo(Flows.AsSpan(row.Number * _sectors));
                if (_labels.HasDiscrepancies)
                {
                    FinalDemand[(row.Number * _uses) + _uses - 1] = row.Values[_sectors];
                }
            },
            cancellation
        );

    /// <summary>Reads final demand; after the flows, whose discrepancies it adds to.</summary>
    public void ReadFinalDemand(string path, CancellationToken cancellation) =>
        Read(
            path,
            _labels.Width,
            _labels.FinalWidth,
            "labels_FD.txt",
            row =>
            {
                if (row.Number == _sectors)
                {
                    return;
                }

                int uses = _labels.FinalDemand.Count;
                row.Values.AsSpan(0, uses).CopyTo(FinalDemand.AsSpan(row.Number * _uses));
                if (_labels.HasDiscrepancies)
                {
                    FinalDemand[(row.Number * _uses) + _uses - 1] += Sums.Of(row.Values.AsSpan(uses));
                }
            },
            cancellation
        );

    public void ReadValueAdded(string path, CancellationToken cancellation) =>
        Read(
            path,
            _labels.ValueAdded.Count,
            _labels.Width,
            "labels_VA.txt",
            row => row.Values.AsSpan(0, _sectors).CopyTo(ValueAdded.AsSpan(row.Number * _sectors)),
            cancellation
        );

    private static void Read(string path, int rows, int width, string labels, Action<GridRow> sink, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, '\t', cancellation);
        int found = file.ReadRows(
            0,
            width,
            row =>
            {
                if (row.Number >= rows)
                {
                    throw new TableException(
                        $"{path}, line {row.Line}",
                        $"is a row more than the {rows} of {labels}. Give the labels of the same table."
                    );
                }

                sink(row);
            }
        );
        if (found < rows)
        {
            throw new TableException(path, $"has {found} rows where {labels} has {rows}. The file may be cut off.");
        }
    }
}
