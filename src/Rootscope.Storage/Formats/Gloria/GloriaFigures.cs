using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Gloria;

/// <summary>
/// The figures of GLORIA: uses of products by industries, and the supply of products by the industries of the same region. Figures anywhere
/// else (supply to another region, primary inputs under another region) are added up and told.
/// </summary>
internal sealed class GloriaFigures
{
    private readonly GloriaLabels _labels;
    private readonly int _size;
    private readonly int _sectors;

    /// <summary>What each row holds outside its place; one figure a row, so that the sum does not depend on threads.</summary>
    private readonly double[] _astray;

    public GloriaFigures(GloriaLabels labels)
    {
        _labels = labels;
        _size = labels.Sectors.Industries.Count;
        _sectors = labels.Sectors.Count;
        Uses = new double[_sectors * _sectors];
        Supply = new double[_sectors * _size];
        FinalDemand = new double[_sectors * labels.FinalDemand.Count];
        ValueAdded = new double[labels.ValueAdded.Count * _sectors];
        _astray = new double[(2 * _sectors) + (labels.Sectors.Regions.Count * labels.ValueAdded.Count)];
    }

    /// <summary>Uses, products × industries; after <see cref="ToProducts"/> products × products.</summary>
    public double[] Uses { get; }

    /// <summary>Supply, for every industry the products of its region.</summary>
    public double[] Supply { get; }

    public double[] FinalDemand { get; }

    /// <summary>Primary inputs by industry; after <see cref="ToProducts"/> by product.</summary>
    public double[] ValueAdded { get; }

    /// <summary>Sum of the absolute figures outside their places.</summary>
    public double Astray => Sums.Of(_astray);

    public void ReadTransactions(string path, CancellationToken cancellation) =>
        Read(
            path,
            2 * _sectors,
            2 * _sectors,
            row =>
            {
                (int region, bool product, int item) = Place(row.Number);
                double outside = 0;
                for (int r = 0; r < _labels.Sectors.Regions.Count; r++)
                {
                    ReadOnlySpan<double> industries = row.Values.AsSpan(r * 2 * _size, _size);
                    ReadOnlySpan<double> products = row.Values.AsSpan((r * 2 * _size) + _size, _size);
                    if (product)
                    {
                        industries.CopyTo(Uses.AsSpan((((region * _size) + item) * _sectors) + (r * _size)));
                        outside += Absolute(products);
                        continue;
                    }

                    outside += Absolute(industries);
                    if (r == region)
                    {
                        products.CopyTo(Supply.AsSpan(((region * _size) + item) * _size));
                    }
                    else
                    {
                        outside += Absolute(products);
                    }
                }

                _astray[row.Number] = outside;
            },
            cancellation
        );

    public void ReadFinalDemand(string path, CancellationToken cancellation)
    {
        int width = _labels.FinalDemand.Count;
        Read(
            path,
            2 * _sectors,
            width,
            row =>
            {
                (int region, bool product, int item) = Place(row.Number);
                if (product)
                {
                    row.Values.CopyTo(FinalDemand.AsSpan(((region * _size) + item) * width));
                }
            },
            cancellation
        );
    }

    public void ReadValueAdded(string path, CancellationToken cancellation)
    {
        int inputs = _labels.ValueAdded.Count;
        Read(
            path,
            _labels.Sectors.Regions.Count * inputs,
            2 * _sectors,
            row =>
            {
                int region = row.Number / inputs;
                Span<double> own = row.Values.AsSpan(region * 2 * _size, _size);
                own.CopyTo(ValueAdded.AsSpan(((row.Number % inputs) * _sectors) + (region * _size)));
                own.Clear();
                _astray[(2 * _sectors) + row.Number] = Absolute(row.Values);
            },
            cancellation
        );
    }

    /// <summary>
    /// Turns uses and primary inputs by industry into uses by product: every product is made as the industry that makes it makes all of its
    /// products.
    /// </summary>
    public void ToProducts(CancellationToken cancellation)
    {
        for (int i = 0; i < _sectors; i++)
        {
            Span<double> made = Supply.AsSpan(i * _size, _size);
            double output = Sums.Of(made);
            for (int q = 0; q < _size; q++)
            {
                made[q] = output == 0 ? 0 : made[q] / output;
            }
        }

        Parallel.For(
            0,
            _sectors,
            new ParallelOptions { CancellationToken = cancellation },
            p => Convert(Uses.AsSpan(p * _sectors, _sectors))
        );
        for (int v = 0; v < _labels.ValueAdded.Count; v++)
        {
            Convert(ValueAdded.AsSpan(v * _sectors, _sectors));
        }
    }

    private void Convert(Span<double> row)
    {
        var products = new double[_size];
        for (int start = 0; start < _sectors; start += _size)
        {
            Array.Clear(products);
            for (int i = 0; i < _size; i++)
            {
                double used = row[start + i];
                if (used == 0)
                {
                    continue;
                }

                ReadOnlySpan<double> shares = Supply.AsSpan((start + i) * _size, _size);
                for (int q = 0; q < _size; q++)
                {
                    products[q] += used * shares[q];
                }
            }

            products.CopyTo(row[start..]);
        }
    }

    private (int Region, bool Product, int Item) Place(int row) => (row / (2 * _size), row / _size % 2 == 1, row % _size);

    private static double Absolute(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double x in values)
        {
            sum += Math.Abs(x);
        }

        return sum;
    }

    private static void Read(string path, int rows, int width, Action<GridRow> sink, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, ',', cancellation);
        int found = file.ReadRows(
            0,
            width,
            row =>
            {
                if (row.Number >= rows)
                {
                    throw new TableException(
                        $"{path}, line {row.Line}",
                        $"is a row more than the {rows} that the labels ask for. Give the ReadMe of the same version."
                    );
                }

                sink(row);
            }
        );
        if (found < rows)
        {
            throw new TableException(
                path,
                $"has {found} rows where the labels ask for {rows}. The file may be cut off, or the ReadMe be of another version."
            );
        }
    }
}
