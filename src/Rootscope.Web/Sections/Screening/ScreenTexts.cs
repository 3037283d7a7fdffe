using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Screening;

/// <summary>What the page of screening calls things.</summary>
internal static class ScreenTexts
{
    /// <summary>What a record is of.</summary>
    public static Phrase Called(RecordKind kind) =>
        kind switch
        {
            RecordKind.Person => new("person", "个人"),
            RecordKind.Organisation => new("organisation", "机构"),
            RecordKind.Vessel => new("vessel", "船舶"),
            RecordKind.Aircraft => new("aircraft", "航空器"),
            _ => new("any", "不限"),
        };

    /// <summary>What a name of a record is.</summary>
    public static Phrase Called(NameRole role) =>
        role switch
        {
            NameRole.Primary => new("first name", "主名称"),
            NameRole.WeakAlias => new("weak alias", "弱别名"),
            NameRole.Former => new("former name", "曾用名"),
            _ => new("alias", "别名"),
        };

    /// <summary>Where a match stands.</summary>
    public static Phrase Called(DecisionState state, Verdict? verdict) =>
        state switch
        {
            DecisionState.Open => new("not decided", "未决定"),
            DecisionState.Reopened => new("open again: the record changed", "记录已变，需重新决定"),
            _ => Called(verdict!.Value),
        };

    /// <summary>A verdict.</summary>
    public static Phrase Called(Verdict verdict) =>
        verdict switch
        {
            Verdict.TrueMatch => new("the same", "同一主体"),
            Verdict.FalsePositive => new("somebody else", "并非同一主体"),
            _ => new("escalate", "提交上级"),
        };

    /// <summary>Why a part of a score is what it is.</summary>
    public static Phrase Called(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Equal => new("the same word", "相同"),
            ContributionKind.Typo => new("a few letters differ", "个别字母不同"),
            ContributionKind.Transliteration => new("another spelling of the sound", "转写不同"),
            ContributionKind.Initial => new("an initial", "首字母"),
            ContributionKind.SameMeaning => new("the same meaning", "同义"),
            ContributionKind.Joined => new("cut into words in another way", "分词不同"),
            ContributionKind.Conflict => new("words against each other", "相互冲突"),
            ContributionKind.Unmatched => new("only in one name", "仅一方有"),
            ContributionKind.NumberMismatch => new("a number differs", "数字不同"),
            ContributionKind.LegalForm => new("legal forms differ", "公司形式不同"),
            ContributionKind.NothingDistinctive => new("only common words", "仅常用词相同"),
            ContributionKind.OneWord => new("a single word", "仅一词相同"),
            ContributionKind.LittleInCommon => new("little in common", "共同之处太少"),
            _ => new("not below 0", "不低于零"),
        };
}
