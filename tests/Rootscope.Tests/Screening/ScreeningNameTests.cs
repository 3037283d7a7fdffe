using Rootscope.Screening.Names;

namespace Rootscope.Tests.Screening;

/// <summary>What is compared of a name, in the scripts that lists are written in.</summary>
public class ScreeningNameTests
{
    [Theory]
    [InlineData("华为技术有限公司", "hua wei jishu", "LLC")]
    [InlineData("華為技術股份有限公司", "hua wei jishu", "JSC")]
    [InlineData("Ｈｕａｗｅｉ Technologies Co., Ltd.", "huawei technologies", "LLC")]
    [InlineData("ООО «Ромашка»", "romashka", "LLC")]
    [InlineData("Общество с ограниченной ответственностью Ромашка", "romashka", "LLC")]
    [InlineData("トヨタ自動車株式会社", "toyota zi dong che", "JSC")]
    [InlineData("(株)トヨタ自動車", "toyota zi dong che", "JSC")]
    [InlineData("㈱トヨタ自動車", "toyota zi dong che", "JSC")]
    [InlineData("주식회사 삼성", "sam seong", "JSC")]
    [InlineData("שלום בע\"מ", "slvm", "LLC")]
    [InlineData("Αθήνα Α.Ε.", "athina", "JSC")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "muller and sohne", "LLC")]
    [InlineData("S.A.R.L. Dupont", "dupont", "LLC")]
    [InlineData("Łódź Sp. z o.o.", "lodz", "LLC")]
    [InlineData("Foo S. A.", "foo", "JSC")]
    public void Legal_forms_are_taken_off_and_the_rest_is_in_latin_letters(string name, string normalised, string form)
    {
        var read = ScreeningName.Of(name);
        Assert.Equal(normalised, read.Normalised);
        Assert.Contains(form, read.LegalForms);
    }

    [Theory]
    [InlineData("ﾄﾖﾀ", "トヨタ")]
    [InlineData("か\u3099", "が")]
    [InlineData("ﾊﾟﾅｿﾆｯｸ", "パナソニック")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("e\u0301clair", "éclair")]
    [InlineData("ﷲ", "الله")]
    [InlineData("𝐇𝐮𝐚𝐰𝐞𝐢", "huawei")]
    [InlineData("HUA\u200BWEI", "huawei")]
    [InlineData("Evil \u001B[31mRed\u001B[0m Corp", "Evil Red Corp")]
    [InlineData("Hua\u001B[1;31mwei", "huawei")]
    [InlineData("\u202EHuawei", "huawei")]
    [InlineData("O\u2019Neil", "O'Neil")]
    [InlineData("Brigade IV", "brigade 4")]
    [InlineData("Brigade four", "brigade 4")]
    [InlineData("灣", "湾")]
    public void Ways_of_encoding_one_name_are_one(string one, string other) =>
        Assert.Equal(ScreeningName.Of(one).Normalised, ScreeningName.Of(other).Normalised);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("😀🎉")]
    [InlineData("\u200F\u202E\u2066")]
    [InlineData("...---///")]
    [InlineData("\uD800")]
    [InlineData("Co., Ltd.")]
    [InlineData("有限公司")]
    [InlineData("ООО")]
    [InlineData("GmbH & Co. KG")]
    public void A_name_without_a_distinctive_word_is_empty(string name)
    {
        var read = ScreeningName.Of(name);
        Assert.True(read.IsEmpty);
        Assert.Equal(string.Empty, read.Normalised);
    }

    [Fact]
    public void Right_to_left_marks_change_nothing() =>
        Assert.Equal(ScreeningName.Of("محمد علي").Normalised, ScreeningName.Of("\u202Bمحمد\u200F علي\u202C").Normalised);

    [Fact]
    public void A_name_of_ten_thousand_characters_is_cut_and_says_so()
    {
        var read = ScreeningName.Of(string.Concat(Enumerable.Repeat("huawei ", 2000)));
        Assert.True(read.IsCutShort);
        Assert.Equal(ScreeningName.MostTokens, read.Tokens.Length);
        Assert.False(ScreeningName.Of("huawei").IsCutShort);
        Assert.True(ScreeningName.Of(new string('x', 10_000)).IsCutShort);
    }
}
