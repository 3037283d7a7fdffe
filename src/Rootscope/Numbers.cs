using System.Globalization;

namespace Rootscope;

#pragma warning disable CA1036, MA0097 // The operators that compare are those of int, to which every number converts.

/// <summary>Number of a sector: one industry of one region, in the order of <see cref="Tables.FlowTable.Sectors"/>, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct SectorNumber(int Value) : IComparable<SectorNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(SectorNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(SectorNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number of an industry and of its product, in the order of <see cref="Tables.SectorIndex.Industries"/>, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct IndustryNumber(int Value) : IComparable<IndustryNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(IndustryNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(IndustryNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number of a region, in the order of <see cref="Tables.SectorIndex.Regions"/>, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct RegionNumber(int Value) : IComparable<RegionNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(RegionNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(RegionNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number of a traded product, in the order of a set of trade or of exports, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct ProductNumber(int Value) : IComparable<ProductNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(ProductNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(ProductNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number of a country, in the order of a set of trade or of exports, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct CountryNumber(int Value) : IComparable<CountryNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(CountryNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(CountryNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Number of a firm, in the order of its list, from 0.</summary>
/// <remarks>It reads as an <see cref="int"/> wherever a list is indexed; a number of another kind never stands in for it.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct FirmNumber(int Value) : IComparable<FirmNumber>, IFormattable
{
    /// <summary>The number.</summary>
    public static implicit operator int(FirmNumber number) => number.Value;

    /// <summary>The number.</summary>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public int CompareTo(FirmNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
