using Rootscope.Screening.Lists;

namespace Rootscope.Tests.Screening;

/// <summary>Numbers of firms are told by their check digits. The examples are those of registers and standards.</summary>
public class FirmIdentifierTests
{
    [Theory]
    [InlineData("IMO 1234567", null)]
    [InlineData("IMO 1234568", "a ship's number")]
    [InlineData("IMO 12345", "a ship's number")]
    [InlineData("529900T8BM49AURSDO56", "an LEI")]
    [InlineData("LEI: 529900T8BM49AURSDO56", "an LEI")]
    [InlineData("914403001922038217", "a unified social credit code")]
    [InlineData("US0378331006", "an ISIN")]
    [InlineData("International Machinery Corporation", null)]
    [InlineData("Huawei Technologies", null)]
    public void What_looks_like_a_number_but_is_none_is_told(string text, string? shape)
    {
        string? fault = FirmIdentifier.FaultOf(text);
        Assert.Equal(shape is null, fault is null);
        Assert.Contains(shape ?? string.Empty, fault ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("529900T8BM49AURSDO55", IdentifierKind.Lei)] // Ubisecure, the example of GLEIF's documentation
    [InlineData("HWUPKR0MPOU8FGXBT394", IdentifierKind.Lei)] // Apple Inc.
    [InlineData("914403001922038216", IdentifierKind.Uscc)] // Huawei Technologies Co., Ltd.
    [InlineData("US0378331005", IdentifierKind.Isin)] // Apple Inc., the example of ISO 6166
    [InlineData("IMO 9074729", IdentifierKind.Imo)] // the example of the International Maritime Organization's scheme
    public void A_number_is_told_by_its_check_digit(string number, IdentifierKind kind)
    {
        Assert.Equal(kind, FirmIdentifier.Of(number)?.Kind);
        char last = number[^1];
        Assert.Null(FirmIdentifier.Of(number[..^1] + (last == '9' ? '1' : (char)(last + 1))));
    }

    [Theory]
    [InlineData("LEI 529900T8BM49AURSDO55", "529900T8BM49AURSDO55")]
    [InlineData("LEI: 529900T8BM49AURSDO55", "529900T8BM49AURSDO55")]
    [InlineData("uscc 914403001922038216", "914403001922038216")]
    [InlineData("ISIN US0378331005", "US0378331005")]
    public void A_number_behind_its_label_is_that_number(string text, string number) =>
        Assert.Equal(FirmIdentifier.Of(number), FirmIdentifier.Of(text));

    [Fact]
    public void Seven_digits_alone_are_no_ship() => Assert.Null(FirmIdentifier.Of("9074729"));

    [Fact]
    public void Numbers_are_found_among_words()
    {
        FirmIdentifier[] found = [.. FirmIdentifier.In("Vessel Registration IMO 9074729; LEI 529900T8BM49AURSDO55 (Finland).")];
        Assert.Equal([IdentifierKind.Imo, IdentifierKind.Lei], found.Select(f => f.Kind));
    }
}
